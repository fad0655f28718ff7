source('tests/reference/stats/make/write.R')
suppressMessages({library(sandwich); library(clubSandwich)})
set.seed(99)
n <- 60
d <- data.frame(account = sample(1:12, n, TRUE), quarter = sample(1:5, n, TRUE), score = sample(0:10, n, TRUE), tenure = round(rexp(n, 1 / 20)), weight = round(runif(n, .2, 3), 2))
a <- rnorm(12, 0, 40)
d$revenue <- round(200 + 8 * d$score + 1.5 * d$tenure + a[d$account] + rnorm(n, 0, 10 + 2 * d$tenure), 2)
m <- lm(revenue ~ score + tenure, d); w <- lm(revenue ~ score + tenure, d, weights = weight)
se <- function(v) unname(sqrt(diag(v)))
out <- list(rows = d, coefficients = unname(coef(m)), r2 = summary(m)$r.squared, sigma = summary(m)$sigma, classical = se(vcov(m)), p = unname(summary(m)$coefficients[, 4]),
  weighted = list(coefficients = unname(coef(w)), classical = se(vcov(w)), r2 = summary(w)$r.squared, sigma = summary(w)$sigma, HC3 = se(vcovHC(w, 'HC3')), cluster = se(vcovCL(w, ~account, type = 'HC1'))),
  cluster = se(vcovCL(m, ~account, type = 'HC1')), twoWay = se(vcovCL(m, ~account + quarter, type = 'HC1', fix = TRUE)), twoWayEigen = eigen(vcovCL(m, ~account + quarter, type = 'HC1'))$values)
for (k in c('HC0', 'HC1', 'HC2', 'HC3', 'HC4')) out[[k]] <- se(vcovHC(m, k))
ct <- coef_test(m, vcovCR(m, d$account, 'CR2'), test = 'Satterthwaite')
out$cr2 <- list(se = ct$SE, df = ct$df_Satt, p = ct$p_Satt)
write_reference('ols', c('sandwich', 'clubSandwich'), '`rows` generated, set.seed(99); lm(revenue ~ score + tenure), vcovHC, vcovCL(type = "HC1"), vcovCR(type = "CR2")', out)
