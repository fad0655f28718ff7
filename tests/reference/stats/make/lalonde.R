source('tests/reference/stats/make/write.R')
suppressMessages({library(MatchIt); library(sandwich)})
d <- lalonde; d$black <- as.integer(d$race == 'black'); d$hispan <- as.integer(d$race == 'hispan')
f <- treat ~ age + educ + black + hispan + married + nodegree + re74 + re75
p <- fitted(glm(f, binomial, d, control = glm.control(epsilon = 1e-15, maxit = 50))); w <- ifelse(d$treat == 1, 1, p / (1 - p))
m <- lm(re78 ~ treat + age + educ + black + hispan + married + nodegree + re74 + re75, d)
cols <- c('treat', 'age', 'educ', 'black', 'hispan', 'married', 'nodegree', 're74', 're75', 're78')
write_reference('lalonde', c('MatchIt', 'sandwich'), 'lalonde of MatchIt: LaLonde 1986, as used by Dehejia & Wahba 1999 (185 treated of the NSW, 429 of the PSID)',
  list(columns = as.list(d[cols]), naive = mean(d$re78[d$treat == 1]) - mean(d$re78[d$treat == 0]), adjusted = unname(coef(m)['treat']), adjustedHc3 = unname(sqrt(diag(vcovHC(m, 'HC3')))['treat']),
    weighted = weighted.mean(d$re78[d$treat == 1], w[d$treat == 1]) - weighted.mean(d$re78[d$treat == 0], w[d$treat == 0])))
