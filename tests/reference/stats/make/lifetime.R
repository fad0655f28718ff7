source('tests/reference/stats/make/write.R')
suppressMessages(library(gsl))
set.seed(12)
n <- 250
one <- function(i) { T <- round(runif(1, 20, 40), 2); l <- rgamma(1, .6, 5); p <- rbeta(1, .8, 2.5); t <- 0; x <- 0; last <- 0
  repeat { t <- t + rexp(1, l); if (t > T) break; x <- x + 1; last <- t; if (runif(1) < p) break }
  m <- if (x > 0) { nu <- rgamma(1, 3.7, 15); mean(rgamma(x, 6, nu)) } else 0
  data.frame(frequency = x, recency = if (x > 0) max(round(last, 2), .01) else 0, age = T, meanSpend = round(m, 2)) }
d <- do.call(rbind, lapply(1:n, one))
ll <- function(p, d) with(d, { r <- p[1]; al <- p[2]; a <- p[3]; b <- p[4]; x <- frequency
  A1 <- lgamma(r + x) - lgamma(r) + r * log(al); A2 <- lbeta(a, b + x) - lbeta(a, b); A3 <- -(r + x) * log(al + age); A4 <- ifelse(x > 0, log(a) - log(b + x - 1) - (r + x) * log(al + recency), -Inf)
  sum(A1 + A2 + pmax(A3, A4) + log(exp(A3 - pmax(A3, A4)) + exp(A4 - pmax(A3, A4)))) })
fit <- function(f, start) { o <- optim(log(start), function(z) -f(exp(z)), method = 'Nelder-Mead', control = list(maxit = 5000, reltol = 1e-14)); o <- optim(o$par, function(z) -f(exp(z)), method = 'BFGS', hessian = TRUE, control = list(reltol = 1e-16, maxit = 1000)); list(p = exp(o$par), ll = -o$value, seLog = sqrt(diag(solve(o$hessian)))) }
b <- fit(function(p) ll(p, d), c(.6, 5, .8, 2.5))
Y <- function(p, x, tx, T, t) { r <- p[1]; al <- p[2]; a <- p[3]; b <- p[4]
  (a + b + x - 1) / (a - 1) * (1 - ((al + T) / (al + T + t))^(r + x) * hyperg_2F1(r + x, b + x, a + b + x - 1, t / (al + T + t))) / (1 + (x > 0) * a / (b + x - 1) * ((al + T) / (al + tx))^(r + x)) }
alive <- function(p, x, tx, T) 1 / (1 + (x > 0) * p[3] / (p[4] + x - 1) * ((p[2] + T) / (p[2] + tx))^(p[1] + x))
fixed <- c(.24, 4.4, .79, 2.43)
cases <- data.frame(frequency = c(0, 1, 2, 5, 11), recency = c(0, 1.71, 30.43, 20, 38), age = c(38.86, 38.86, 38.86, 35, 39), periods = c(39, 52, 39, 10, 4))
cases$expected <- mapply(function(x, tx, T, t) Y(fixed, x, tx, T, t), cases$frequency, cases$recency, cases$age, cases$periods)
cases$alive <- mapply(function(x, tx, T) alive(fixed, x, tx, T), cases$frequency, cases$recency, cases$age)
g <- d[d$frequency > 0 & d$meanSpend > 0, ]
gl <- function(p) with(g, sum(lgamma(p[1] * frequency + p[2]) - lgamma(p[1] * frequency) - lgamma(p[2]) + p[2] * log(p[3]) + (p[1] * frequency - 1) * log(meanSpend) + p[1] * frequency * log(frequency) - (p[1] * frequency + p[2]) * log(frequency * meanSpend + p[3])))
gg <- fit(gl, c(6, 4, 15))
cohorts <- list(c(1000, 869, 743, 653, 593, 551, 517, 491), c(500, 430, 372, 330, 300))
sl <- function(p) sum(sapply(cohorts, function(s) { t <- seq_len(length(s) - 1); S <- exp(lbeta(p[1], p[2] + 0:length(t)) - lbeta(p[1], p[2])); sum(-diff(s) * log(-diff(S[1:length(s)]))) + s[length(s)] * log(S[length(s)]) }))
s <- fit(sl, c(.7, 3.8))
derl <- function(a, b, n, d) (b + n) / (a + b + n) * hyperg_2F1(1, b + n + 1, a + b + n + 1, 1 / (1 + d))
dd <- expand.grid(renewals = c(0, 1, 7, 40), discount = c(.1, .01, .3)); dd$value <- mapply(function(n, d) derl(.668, 3.806, n, d), dd$renewals, dd$discount)
write_reference('lifetime', 'gsl', 'customers generated, set.seed(12); likelihoods written out in R and maximised by optim; hyperg_2F1 of the GNU Scientific Library',
  list(customers = d, bgNbd = list(p = b$p, logLik = b$ll, seLog = b$seLog, at = fixed, logLikAt = ll(fixed, d)), cases = cases, gammaGamma = list(p = gg$p, logLik = gg$ll, seLog = gg$seLog),
    sbg = list(cohorts = cohorts, p = s$p, logLik = s$ll, seLog = s$seLog), residual = dd))
