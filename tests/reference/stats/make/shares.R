source('tests/reference/stats/make/write.R')
cases <- list(c(0, 10), c(1, 10), c(10, 10), c(5, 12), c(81, 263), c(15, 148), c(1, 29), c(0, 1), c(1, 1), c(1869, 7043), c(3, 100000))
wilson <- lapply(cases, function(k) { i <- suppressWarnings(prop.test(k[1], k[2], correct = FALSE))$conf.int; list(count = k[1], n = k[2], low = i[1], high = i[2]) })
exact <- lapply(cases, function(k) { i <- binom.test(k[1], k[2])$conf.int; list(count = k[1], n = k[2], low = i[1], high = i[2]) })
exact99 <- lapply(cases[1:6], function(k) { i <- binom.test(k[1], k[2], conf.level = .99)$conf.int; list(count = k[1], n = k[2], low = i[1], high = i[2]) })
pairs <- list(c(56, 70, 48, 80), c(9, 10, 3, 10), c(5, 56, 0, 29), c(120, 1500, 180, 1400))
test <- lapply(pairs, function(k) { t <- suppressWarnings(prop.test(c(k[1], k[3]), c(k[2], k[4]), correct = FALSE)); list(a = list(count = k[1], n = k[2]), b = list(count = k[3], n = k[4]), p = t$p.value) })
write_reference('shares', 'stats', 'the counts named in each row; prop.test(correct = FALSE), binom.test, two-sample prop.test',
  list(wilson = wilson, exact = exact, exact99 = exact99, test = test))
