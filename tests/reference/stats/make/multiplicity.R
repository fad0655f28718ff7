source('tests/reference/stats/make/write.R')
p <- c(0.01, 0.02, 0.03, 0.04, 0.05, 1e-8, 0.5, 0.02, 0.9, 1)
write_reference('multiplicity', 'stats', 'p as listed; p.adjust', list(p = p, bh = p.adjust(p, 'BH'), by = p.adjust(p, 'BY'), holm = p.adjust(p, 'holm')))
