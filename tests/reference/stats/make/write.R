# Writes a reference file: the values, and where they come from. Run from the project's root: Rscript tests/reference/stats/make/NAME.R
suppressMessages(library(jsonlite))
write_reference <- function(name, packages, data, values) {
  versions <- paste(vapply(packages, function(p) paste(p, as.character(packageVersion(p))), ''), collapse = ', ')
  source <- paste0('R ', getRversion(), '; ', versions, '. Script: tests/reference/stats/make/', name, '.R. Data: ', data)
  path <- paste0('tests/reference/stats/', name, '.json')
  writeLines(toJSON(c(list(source = source), values), auto_unbox = TRUE, digits = I(17), pretty = 2, na = 'null', null = 'null'), path)
}
