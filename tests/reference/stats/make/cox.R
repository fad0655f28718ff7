source('tests/reference/stats/make/write.R')
suppressMessages(library(survival))
set.seed(77)
n <- 120
d <- data.frame(account = sample(1:35, n, TRUE), stratum = sample(c('b', 'a', 'c'), n, TRUE), score = sample(0:10, n, TRUE), tenure = round(rexp(n, 1 / 30)), weight = round(runif(n, .3, 2), 2))
d$time <- ceiling(rexp(n, .08 * exp(-.12 * (d$score - 5) + .004 * d$tenure)) * 1.0)
d$event <- as.integer(d$time <= 20 & runif(n) < .9); d$time <- pmin(d$time, 20)
d$entry <- pmin(sample(0:5, n, TRUE), d$time - 1)
one <- function(m) {
  s <- summary(m)
  z <- tryCatch(cox.zph(m)$table, error = function(e) NULL)
  list(coefficients = unname(coef(m)), se = unname(sqrt(diag(vcov(m)))), logLik = m$loglik, score = m$score, wald = unname(m$wald.test), concordance = unname(s$concordance[1]),
    zph = if (is.null(z)) NULL else unname(z[, 'chisq']))
}
m <- coxph(Surv(time, event) ~ score + tenure, d)
b <- survfit(m, newdata = data.frame(score = c(2, 9), tenure = c(10, 50)))
s2 <- summary(b, times = c(3, 8, 15))$surv
out <- list(rows = d, plain = one(coxph(Surv(time, event) ~ score + tenure, d)), breslow = one(coxph(Surv(time, event) ~ score + tenure, d, ties = 'breslow')), late = one(coxph(Surv(entry, time, event) ~ score + tenure, d)),
  stratified = one(coxph(Surv(time, event) ~ score + tenure + strata(stratum), d)), weighted = one(coxph(Surv(time, event) ~ score + tenure, d, weights = weight)),
  clustered = one(coxph(Surv(time, event) ~ score + tenure, d, cluster = account)), robustWeighted = one(coxph(Surv(entry, time, event) ~ score + tenure + strata(stratum), d, weights = weight, cluster = account)),
  breslowClustered = one(coxph(Surv(time, event) ~ score + tenure, d, cluster = account, ties = 'breslow')), predicted = list(times = c(3, 8, 15), low = s2[, 1], high = s2[, 2]))
o <- ovarian; mo <- coxph(Surv(futime, fustat) ~ rx + age, o)
out$ovarian <- list(time = o$futime, event = o$fustat, rx = o$rx, age = o$age, coefficients = unname(coef(mo)), se = unname(sqrt(diag(vcov(mo)))))
write_reference('cox', 'survival', '`rows` generated, set.seed(77); `ovarian` of R survival (Edmunson et al. 1979); coxph, cox.zph, survfit.coxph', out)
