source('tests/reference/stats/make/write.R')
suppressMessages({library(sandwich); library(clubSandwich)})
set.seed(64)
u <- data.frame(unit = 1:60, cohort = rep(c(NA, 3, 5), c(26, 20, 14)), level = rnorm(60, 100, 20))
d <- merge(u, data.frame(period = 1:6)); d <- d[order(d$unit, d$period), ]
d$y <- round(d$level + 2 * d$period + ifelse(!is.na(d$cohort) & d$period >= d$cohort, 5 + 2 * (d$period - d$cohort), 0) + rnorm(nrow(d), 0, 4), 2)
at <- function(g, t, kind) { base <- if (t >= g) g - 1 else t - 1; if (base < 1) return(NULL)
  w <- function(p) d$y[d$period == p]; dy <- w(t) - w(base); co <- u$cohort; late <- max(t, base)
  ctl <- is.na(co) | (kind == 'not-yet' & !is.na(co) & co > late & co != g); tr <- !is.na(co) & co == g
  if (!any(ctl)) return(NULL); s <- tr | ctl; m <- lm(dy[s] ~ tr[s]); data.frame(cohort = g, period = t, value = unname(coef(m)[2]), se = sqrt(diag(vcovHC(m, 'HC0')))[2]) }
all <- function(kind) do.call(rbind, lapply(c(3, 5), function(g) do.call(rbind, lapply(1:6, function(t) at(g, t, kind)))))
# two periods, a plain difference in differences, clustered by unit
e <- d[d$period %in% c(2, 4) & (is.na(d$cohort) | d$cohort == 3), ]; e$treated <- as.integer(!is.na(e$cohort)); e$after <- as.integer(e$period == 4)
m <- lm(y ~ treated * after, e); V <- vcovCL(m, ~unit, type = 'HC1'); e2 <- e[e$unit <= 40 & e$unit > 12, ]; m2 <- lm(y ~ treated * after, e2); ct <- coef_test(m2, vcovCR(m2, e2$unit, 'CR2'), test = 'Satterthwaite')
# numerical influence of units on the aggregates: simple average over post-treatment and event time 0, weighted by cohort size
agg <- function(k, pick) { b <- 0; t <- 0; for (g in c(3, 5)) for (p in 1:6) { if (!pick(p - g)) next; base <- if (p >= g) g - 1 else p - 1; if (base < 1) next; dy <- d$y[d$period == p] - d$y[d$period == base]
  tr <- !is.na(u$cohort) & u$cohort == g; ct <- is.na(u$cohort); est <- weighted.mean(dy[tr], k[tr]) - weighted.mean(dy[ct], k[ct]); pg <- sum(k[tr]) / sum(k); b <- b + pg * est; t <- t + pg }; b / t }
ij <- function(pick) { v <- sapply(1:60, function(i) { k <- rep(1, 60); k[i] <- 1 + 1e-5; a <- agg(k, pick); k[i] <- 1 - 1e-5; (a - agg(k, pick)) / 2e-5 }); list(value = agg(rep(1, 60), pick), se = sqrt(sum(v^2))) }
write_reference('staggered', c('sandwich', 'clubSandwich'), 'generated, set.seed(64); lm of changes with HC0, numerical infinitesimal jackknife of the averages, lm(y ~ treated * after) with vcovCL and vcovCR',
  list(rows = d[c('unit', 'period', 'y', 'cohort')], never = all('never'), notYet = all('not-yet'), overall = ij(function(e) e >= 0), event0 = ij(function(e) e == 0),
    plain = list(rows = e[c('unit', 'y', 'treated', 'after')], value = unname(coef(m)[4]), se = sqrt(V[4, 4])), few = list(value = unname(coef(m2)[4]), se = ct$SE[4], df = ct$df_Satt[4])))
