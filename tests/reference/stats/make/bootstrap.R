source('tests/reference/stats/make/write.R')
suppressMessages(library(boot))
set.seed(4711)
x <- round(rexp(25, 1/100), 1)
m <- function(d, i) mean(d[i])
r <- boot(x, m, 199)
L <- empinf(r, type = 'jack')
ci <- boot.ci(r, type = c('perc', 'basic', 'bca'), L = L)
ci90 <- boot.ci(r, conf = .9, type = c('perc', 'basic', 'bca'), L = L)
ends <- function(c) list(percentile = c$percent[4:5], basic = c$basic[4:5], bca = c$bca[4:5])
big <- boot(x, m, 99999)
bca <- boot.ci(big, type = c('perc', 'bca'), L = L)
yuen <- { n <- length(x); g <- floor(.1 * n); s <- sort(x); w <- pmin(pmax(x, s[g + 1]), s[n - g]); h <- n - 2 * g
  list(value = mean(x, trim = .1), se = sqrt((n - 1) * var(w) / (h * (h - 1)))) }
write_reference('bootstrap', 'boot', 'x generated, set.seed(4711); `replicates` are the 199 means drawn by boot(); `many` from 99,999 draws',
  list(x = x, replicates = as.numeric(r$t), influences = as.numeric(L), value = r$t0, at95 = ends(ci), at90 = ends(ci90),
  many = list(percentile = bca$percent[4:5], bca = bca$bca[4:5]), trimmed = yuen))
