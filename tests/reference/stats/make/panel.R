source('tests/reference/stats/make/write.R')
suppressMessages({library(plm); library(sandwich)})
set.seed(5)
d <- expand.grid(unit = 1:14, period = 1:6); d$score <- sample(0:10, nrow(d), TRUE); d$price <- round(runif(nrow(d), 1, 9), 1)
d$revenue <- round(100 + 3 * d$score - 2 * d$price + rnorm(14, 0, 30)[d$unit] + c(0, 5, 9, 4, 12, 15)[d$period] + rnorm(nrow(d), 0, 6), 2)
u <- d[-sample(nrow(d), 22), ]
of <- function(d) {
  p <- plm(revenue ~ score + price, d, index = c('unit', 'period'), effect = 'twoways', model = 'within')
  l <- lm(revenue ~ score + price + factor(unit) + factor(period), d)
  i <- plm(revenue ~ score + price, d, index = c('unit', 'period'), effect = 'individual', model = 'within')
  list(rows = d, coefficients = unname(coef(p)), classical = unname(sqrt(diag(vcov(p)))), none = unname(sqrt(diag(vcovHC(p, method = 'arellano', type = 'HC0', cluster = 'group')))),
    all = unname(sqrt(diag(vcovCL(l, ~unit, type = 'HC1')))[2:3]), withinR2 = unname(summary(p)$r.squared['rsq']), unitOnly = unname(coef(i)), df = df.residual(p))
}
write_reference('panel', c('plm', 'sandwich'), 'generated, set.seed(5); plm(within, twoways), vcovHC(arellano, HC0), lm with dummies and vcovCL', list(balanced = of(d), unbalanced = of(u)))
