source('tests/reference/stats/make/write.R')
set.seed(3)
n <- 40
x <- sample(0:10, n, TRUE); z <- round(rnorm(n, 50, 12), 1); w <- round(runif(n, 0, 9), 1); y <- round(3 * x + .4 * z + rnorm(n, 0, 9), 1)
pe <- cor.test(x, y)
d <- data.frame(x, y, z, w)
rx <- resid(lm(x ~ z + w)); ry <- resid(lm(y ~ z + w)); pr <- cor(rx, ry); df <- n - 4; pt2 <- 2 * pt(-abs(pr * sqrt(df / (1 - pr^2))), df)
sp <- suppressWarnings(cor.test(x, y, method = 'spearman', exact = FALSE))
sx <- c(3, 1, 4, 15, 9, 2, 6); sy <- c(2, 7, 1, 8, 28, 18, 4); ex <- cor.test(sx, sy, method = 'spearman', exact = TRUE)
tied <- list(x = c(1, 2, 2, 3, 4, 4), y = c(2, 1, 3, 3, 5, 4))
perms <- function(v) if (length(v) == 1) matrix(v) else do.call(rbind, lapply(seq_along(v), function(i) cbind(v[i], perms(v[-i]))))
ty <- rank(tied$y); tx <- rank(tied$x); P <- perms(ty); rr <- apply(P, 1, function(q) cor(tx, q)); tiedP <- mean(abs(rr) >= abs(cor(tx, ty)) - 1e-12)
ke <- suppressWarnings(cor.test(x, y, method = 'kendall', exact = FALSE, continuity = TRUE))
sl <- c(); for (i in 2:n) for (j in 1:(i - 1)) if (x[i] != x[j]) sl <- c(sl, (y[i] - y[j]) / (x[i] - x[j]))
ir <- isoreg(x[order(x)], y[order(x)])
agg <- aggregate(y ~ x, d, mean); wt <- as.numeric(table(x)); pava <- function(v, w) { k <- length(v); g <- as.list(seq_len(k)); val <- v; ww <- w; i <- 1; repeat { j <- which(diff(val) < 0)[1]; if (is.na(j)) break; val[j] <- sum(val[j:(j + 1)] * ww[j:(j + 1)]) / sum(ww[j:(j + 1)]); ww[j] <- sum(ww[j:(j + 1)]); g[[j]] <- c(g[[j]], g[[j + 1]]); val <- val[-(j + 1)]; ww <- ww[-(j + 1)]; g <- g[-(j + 1)] }; rep(val, sapply(g, length)) }
s <- swiss; r2 <- function(v) if (length(v)) summary(lm(reformulate(v, 'Fertility'), s))$r.squared else 0
v <- names(s)[-1]; pm <- perms(1:5); lmg <- setNames(numeric(5), v); cache <- new.env()
get2 <- function(set) { k <- paste(c('k', sort(set)), collapse = '.'); if (is.null(cache[[k]])) cache[[k]] <- r2(v[set]); cache[[k]] }
for (i in 1:nrow(pm)) for (k in 1:5) lmg[pm[i, k]] <- lmg[pm[i, k]] + (get2(pm[i, 1:k]) - get2(if (k > 1) pm[i, 1:(k - 1)] else integer(0))) / nrow(pm)
R <- cor(s[, -1]); e <- eigen(R); L <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors); b <- solve(L, cor(s[, -1], s$Fertility)); jw <- as.numeric(L^2 %*% b^2)
write_reference('association', 'stats', 'generated, set.seed(3); cor.test; isoreg and pooling written out; R datasets swiss (47 provinces, 1888)',
  list(x = x, y = y, z = z, w = w, pearson = list(value = unname(pe$estimate), low = pe$conf.int[1], high = pe$conf.int[2], p = pe$p.value, statistic = unname(pe$statistic)),
    partial = list(value = pr, p = pt2, low = tanh(atanh(pr) - qnorm(.975) / sqrt(n - 5)), high = tanh(atanh(pr) + qnorm(.975) / sqrt(n - 5))),
    spearman = list(value = unname(sp$estimate), p = sp$p.value), exact = list(x = sx, y = sy, value = unname(ex$estimate), p = ex$p.value), tied = c(tied, list(value = cor(tx, ty), p = tiedP)),
    kendall = list(p = ke$p.value, statistic = unname(ke$statistic)), slope = median(sl), isotonic = list(x = agg$x, value = pava(agg$y, wt)),
    swiss = list(y = s$Fertility, x = as.list(s[, -1]), r2 = r2(v), lmg = as.list(lmg), johnson = setNames(as.list(jw), v))))
