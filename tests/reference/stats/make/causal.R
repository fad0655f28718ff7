source('tests/reference/stats/make/write.R')
suppressMessages({library(sandwich); library(MatchIt); library(survival)})
set.seed(31)
n <- 240
d <- data.frame(account = sample(1:60, n, TRUE), segment = sample(c('small', 'mid', 'large'), n, TRUE, c(.5, .3, .2)), tenure = round(rexp(n, 1 / 24)), prior = round(rlnorm(n, 5, .6), 1))
e <- plogis(-1.2 + .02 * d$tenure + .9 * (d$segment == 'large') + .002 * d$prior)
d$treated <- rbinom(n, 1, e)
d$outcome <- round(50 + .8 * d$prior + .5 * d$tenure + 12 * d$treated + rnorm(n, 0, 25), 2)
d$large <- as.integer(d$segment == 'large'); d$mid <- as.integer(d$segment == 'mid')
m <- glm(treated ~ tenure + prior + large + mid, binomial, d, control = glm.control(epsilon = 1e-15, maxit = 50))
# glm keeps the weights of the iteration before its last, which costs vcov eight digits: once more from the end
m <- glm(treated ~ tenure + prior + large + mid, binomial, d, start = coef(m), control = glm.control(epsilon = 1e-15, maxit = 50))
l <- list(coefficients = unname(coef(m)), se = unname(sqrt(diag(vcov(m)))), deviance = deviance(m), nullDeviance = m$null.deviance, cluster = unname(sqrt(diag(vcovCL(m, ~account, type = 'HC0')))))
att <- function(d, kind) { p <- fitted(glm(treated ~ tenure + prior + large + mid, binomial, d)); t <- d$treated
  w <- if (kind == 'ATT') ifelse(t == 1, 1, p / (1 - p)) else ifelse(t == 1, 1 / p, 1 / (1 - p))
  weighted.mean(d$outcome[t == 1], w[t == 1]) - weighted.mean(d$outcome[t == 0], w[t == 0]) }
# infinitesimal jackknife, numerically: how the whole procedure answers to one customer weighing a little more
ij <- function(kind) { of <- function(k) { dd <- d; dd$k <- k; p <- fitted(glm(treated ~ tenure + prior + large + mid, quasibinomial, dd, weights = k, control = glm.control(epsilon = 1e-14))); t <- d$treated
  w <- k * (if (kind == 'ATT') ifelse(t == 1, 1, p / (1 - p)) else ifelse(t == 1, 1 / p, 1 / (1 - p)))
  weighted.mean(d$outcome[t == 1], w[t == 1]) - weighted.mean(d$outcome[t == 0], w[t == 0]) }
  pull <- sapply(1:n, function(i) { k <- rep(1, n); k[i] <- 1 + 1e-4; u <- of(k); k[i] <- 1 - 1e-4; (u - of(k)) / 2e-4 }); sqrt(sum(pull^2)) }
p <- fitted(m); w <- ifelse(d$treated == 1, 1, p / (1 - p))
cut <- list(tenure = c(12, 24, 48), prior = c(100, 200, 300))
bin <- function(v, k) findInterval(v, k)
x <- data.frame(treated = d$treated, segment = d$segment, tb = bin(d$tenure, cut$tenure), pb = bin(d$prior, cut$prior))
c1 <- matchit(treated ~ segment + tb + pb, data = transform(x, tb = factor(tb), pb = factor(pb)), method = 'cem', k2k = FALSE)
cw <- unname(c1$weights); cm <- lm(outcome ~ treated, d, weights = cw, subset = cw > 0)
lp <- qlogis(p)
# the greedy rule spelled out: MatchIt 4.5.1 makes pairs further apart than the caliper it prints, and its last pairs are not the nearest
greedy <- function(reach) { left <- which(d$treated == 0); out <- NULL
  for (i in order(-lp * d$treated + 1e9 * (1 - d$treated))[1:sum(d$treated)]) { if (!length(left)) break
    j <- left[which.min(abs(lp[left] - lp[i]))]; if (abs(lp[j] - lp[i]) <= reach) { out <- rbind(out, data.frame(treated = i, comparison = j)); left <- setdiff(left, j) } }
  out }
pairs <- greedy(.2 * sd(lp))
diff <- d$outcome[pairs$treated] - d$outcome[pairs$comparison]
write_reference('causal', c('sandwich', 'MatchIt'), 'generated, set.seed(31); glm(binomial), vcovCL(HC0), weighted means with a numerical infinitesimal jackknife of the whole, matchit(cem), greedy matching spelled out',
  list(rows = d, logit = l, att = list(value = att(d, 'ATT'), se = ij('ATT')), ate = list(value = att(d, 'ATE'), se = ij('ATE')), cutpoints = cut,
    cem = list(weights = cw, value = unname(coef(cm)[2]), se = unname(sqrt(diag(vcovHC(cm, 'HC3')))[2])),
    nearest = list(score = unname(lp), pairs = pairs[order(pairs$treated), ], value = mean(diff), se = sqrt(sum((diff - mean(diff))^2)) / length(diff))))
