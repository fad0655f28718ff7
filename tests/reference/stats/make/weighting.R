source('tests/reference/stats/make/write.R')
suppressMessages(library(survey))
set.seed(20261)
n <- 120
d <- data.frame(region = sample(c('North', 'South', 'East'), n, TRUE, c(.5, .3, .2)), plan = sample(c('Basic', 'Pro'), n, TRUE, c(.6, .4)),
  account = sample(1:25, n, TRUE), weight = round(runif(n, .5, 4), 2))
d$score <- pmin(10, pmax(0, round(7 + 2 * (d$plan == 'Pro') - 2 * (d$region == 'East') + rnorm(n, 0, 2.5))))
d$x <- ifelse(d$score >= 9, 100, ifelse(d$score >= 7, 0, -100))
est <- function(m) list(value = as.numeric(coef(m)), se = as.numeric(SE(m)))
plain <- svydesign(~1, weights = ~weight, data = d)
strat <- svydesign(~1, strata = ~region, weights = ~weight, data = d)
clus <- svydesign(~account, weights = ~weight, data = d)
both <- svydesign(~account, strata = ~region, weights = ~weight, data = d, nest = TRUE)
d$N <- c(North = 600, South = 500, East = 100)[d$region]
fpc <- svydesign(~1, strata = ~region, weights = ~weight, fpc = ~N, data = d)
pop <- data.frame(cell = c('North', 'South', 'East'), Freq = c(600, 500, 400)); names(pop)[1] <- 'region'
srs <- svydesign(~1, weights = rep(1, n), data = d)
ps <- postStratify(srs, ~region, pop)
rk <- rake(srs, list(~region, ~plan), list(pop, data.frame(plan = c('Basic', 'Pro'), Freq = c(900, 600))), control = list(maxit = 500, epsilon = 1e-12))
write_reference('weighting', 'survey', 'generated, set.seed(20261), in `answers`; x = 100, 0, -100; svymean',
  list(answers = d[c('region', 'plan', 'account', 'weight', 'score')],
    plain = est(svymean(~x, plain)), stratified = est(svymean(~x, strat)), clustered = est(svymean(~x, clus)), both = est(svymean(~x, both)), fpc = est(svymean(~x, fpc)),
    postStratified = c(est(svymean(~x, ps)), list(weights = as.numeric(weights(ps)))), raked = list(weights = as.numeric(weights(rk)), value = as.numeric(coef(svymean(~x, rk))))))
