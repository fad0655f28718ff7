# scipy's Theil-Sen slopes. Run from the project's root: python3 tests/reference/stats/make/theil_sen.py
import json, scipy
from scipy.stats import theilslopes
x = list(range(1, 25)) + [24, 24, 30]
y = [round(2 + 0.7 * v + ((v * 37) % 17) * 0.61 - 4 + (25 if i == 5 else 0), 3) for i, v in enumerate(x)]
even = theilslopes([1, 3, 2, 5], [0, 1, 2, 4], 0.95)
r = theilslopes(y, x, 0.95)
r90 = theilslopes(y, x, 0.9)
json.dump({'source': f'scipy {scipy.__version__}, scipy.stats.theilslopes; data by the formula in tests/reference/stats/make/theil_sen.py', 'x': x, 'y': y,
  'at95': {'value': r[0], 'intercept': r[1], 'low': r[2], 'high': r[3]}, 'at90': {'low': r90[2], 'high': r90[3]}, 'even': {'value': even[0]}}, open('tests/reference/stats/theil_sen.json', 'w'), indent='\t')
