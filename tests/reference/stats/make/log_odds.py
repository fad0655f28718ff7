# Monroe, Colaresi & Quinn (2008), equations 15-22, in 50 decimal digits. Run from the project's root: python3 tests/reference/stats/make/log_odds.py
import json
from decimal import Decimal as D, getcontext
getcontext().prec = 50

def monroe(one, other, prior):
    n1, n2, n0 = (sum(map(D, map(str, c))) for c in (one, other, prior))
    out = []
    for y1, y2, a in zip(one, other, prior):
        y1, y2, a = D(str(y1)), D(str(y2)), D(str(a))
        omega1 = (y1 + a) / (n1 + n0 - y1 - a)
        omega2 = (y2 + a) / (n2 + n0 - y2 - a)
        delta = omega1.ln() - omega2.ln()
        variance = 1 / (y1 + a) + 1 / (y2 + a)
        out.append({'delta': float(delta), 'z': float(delta / variance.sqrt())})
    return out

# Unequal groups, a tie in frequency, a word only one group has, a word nobody has.
one, other, prior = [31, 4, 0, 12, 7, 0], [9, 2, 5, 60, 7, 0], [12.5, 1.25, 1.5, 20, 4, 0.25]
json.dump({'source': 'Monroe, Colaresi & Quinn 2008 in 50-digit decimals, tests/reference/stats/make/log_odds.py',
  'one': one, 'other': other, 'prior': prior, 'result': monroe(one, other, prior)},
  open('tests/reference/stats/log-odds.json', 'w'), indent='\t')
