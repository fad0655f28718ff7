source('tests/reference/stats/make/write.R')
suppressMessages(library(survival))
set.seed(8)
n <- 90
d <- data.frame(group = sample(c('detractor', 'passive', 'promoter'), n, TRUE), stratum = sample(c('old', 'new'), n, TRUE), account = sample(1:30, n, TRUE))
d$time <- ceiling(rexp(n, c(detractor = .12, passive = .06, promoter = .03)[d$group]))
d$event <- d$time <= 24 & runif(n) < .85
d$time <- pmin(d$time, 24)
d$entry <- pmin(sample(0:6, n, TRUE), d$time - 1)
d$weight <- round(runif(n, .3, 3), 2)
d$count <- sample(1:4, n, TRUE)
curve <- function(f, times = NULL) { s <- summary(f, censored = TRUE); list(time = s$time, survival = s$surv, se = s$std.err, low = s$lower, high = s$upper, atRisk = s$n.risk) }
med <- function(f) { q <- quantile(f, .5); list(value = as.numeric(q$quantile), low = as.numeric(q$lower), high = as.numeric(q$upper)) }
plain <- survfit(Surv(time, event) ~ 1, data = d, conf.type = 'log-log')
late <- survfit(Surv(entry, time, event) ~ 1, data = d, conf.type = 'log-log')
counted <- survfit(Surv(time, event) ~ 1, data = d[rep(1:n, d$count), ], conf.type = 'log-log')
weighted <- survfit(Surv(time, event) ~ 1, data = d, weights = weight, robust = TRUE, conf.type = 'log-log')
clustered <- survfit(Surv(time, event) ~ 1, data = d, weights = weight, cluster = account, conf.type = 'log-log')
lr <- function(f, rho = 0) { t <- survdiff(f, data = d, rho = rho); list(statistic = t$chisq, df = length(t$n) - 1, observed = if (is.matrix(t$obs)) rowSums(t$obs) else t$obs, expected = if (is.matrix(t$exp)) rowSums(t$exp) else t$exp, p = pchisq(t$chisq, length(t$n) - 1, lower.tail = FALSE)) }
t0 <- survdiff(Surv(time, event) ~ group, data = d); s <- 0:2
u <- t0$obs - t0$exp; trend <- sum(s * u)^2 / as.numeric(t(s) %*% t0$var %*% s)
rm <- function(f, tau) { s <- summary(f, rmean = tau)$table; if (is.matrix(s)) list(value = unname(s[, 'rmean']), se = unname(s[, 'se(rmean)'])) else list(value = unname(s['rmean']), se = unname(s['se(rmean)'])) }
a <- aml
write_reference('survival', 'survival', "`rows` generated, set.seed(8); `aml` is R survival's aml (Miller 1981); survfit(conf.type = 'log-log'), survdiff, print(rmean)",
  list(rows = d, plain = curve(plain), log = curve(survfit(Surv(time, event) ~ 1, data = d)), linear = curve(survfit(Surv(time, event) ~ 1, data = d, conf.type = 'plain')), late = curve(late), counted = curve(counted), weighted = curve(weighted), clustered = curve(clustered),
  medians = list(plain = med(plain), late = med(late), counted = med(counted)), quarter = { q <- quantile(plain, .25); list(value = as.numeric(q$quantile), low = as.numeric(q$lower), high = as.numeric(q$upper)) },
  logRank = list(plain = lr(Surv(time, event) ~ group), peto = lr(Surv(time, event) ~ group, 1), stratified = lr(Surv(time, event) ~ group + strata(stratum))), trend = trend,
  restrictedMean = list(horizon = 18, groups = rm(survfit(Surv(time, event) ~ group, data = d), 18), all = rm(plain, 12)),
  aml = list(time = a$time, event = a$status == 1, group = as.character(a$x), logRank = survdiff(Surv(time, status) ~ x, data = a)$chisq)))
