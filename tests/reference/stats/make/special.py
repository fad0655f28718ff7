import json
from mpmath import *
mp.dps=50
def s(x): return nstr(x,25,min_fixed=0,max_fixed=0)
out={'source':'mpmath 1.3.0 (Python), mp.dps = 50: loggamma, digamma, psi(1,x), beta, betainc(regularized), gammainc(regularized), erfc, hyp2f1. Arguments are the doubles nearest to the decimal numbers printed; each value printed to 25 digits. Script: tests/reference/stats/make/special.py'}
F=lambda v: mpf(float(v))
def betainc(a,b,lo,x,regularized=True):
    # all terms positive: x^a (1-x)^b / (a B(a,b)) * sum (a+b)_k / (a+1)_k x^k
    term=mpf(1); total=mpf(1); k=0
    while term > total*mpf(10)**-48 or (a+b+k)/(a+1+k)*x >= 1:
        term*=(a+b+k)/(a+1+k)*x; total+=term; k+=1
        if k>3000000: raise ValueError((a,b,x))
    return exp(a*log(x)+b*log(1-x)+loggamma(a+b)-loggamma(a)-loggamma(b))/a*total
def ib(a,b,x,y):
    return betainc(a,b,0,x) if x<a/(a+b) else 1-betainc(b,a,0,y)
out['logGamma']=[[x,s(loggamma(F(x)))] for x in [1e-300,1e-10,0.1,0.5,0.999,1.0001,1.4,1.4616321449683622,1.5,1.9999999,2.001,2.5,2.6,3.7,9.99,10,10.5,42.42,170.3,1e4,1e10,1e100]]
out['digamma']=[[x,s(digamma(F(x)))] for x in [1e-6,0.1,0.5,1,1.4616321449683622,2,3.3,9.5,10,77.7,1e6]]
out['trigamma']=[[x,s(psi(1,F(x)))] for x in [1e-6,0.1,0.5,1,2,3.3,9.5,10,77.7,1e6]]
out['logBeta']=[[a,b,s(log(beta(F(a),F(b))))] for a,b in [(0.1,0.1),(0.5,3),(1,1),(0.668,3.806),(5,12),(12,13),(0.5,1e6),(1000,2000),(1e8,3),(1e5,1e5)]]
out['regularizedBeta']=[[x,a,b,s(ib(F(a),F(b),F(x),1-F(x)))] for x,a,b in [(0.5,0.5,0.5),(0.01,0.5,12),(0.99,0.5,12),(0.3,2,5),(1e-20,3,4),(0.001,50,60),(0.9,50,60),(0.5,1000,1000),(0.48,10000,10000),(0.001,0.1,500),(0.2,30,1.5),(0.6,1e4,7e3)]]
out['regularizedGammaP']=[[a,x,s(gammainc(F(a),0,F(x),regularized=True))] for a,x in [(0.5,0.1),(0.5,1e-30),(1,1),(3.3,0.01),(10,3),(100,80),(1e4,9800),(0.01,0.5),(5,20)]]
out['regularizedGammaQ']=[[a,x,s(gammainc(F(a),F(x),inf,regularized=True))] for a,x in [(0.5,0.1),(0.5,90),(1,1),(1,600),(3.3,40),(10,3),(100,150),(1e4,10500),(0.01,0.5),(5,500)]]
nc=lambda z: erfc(F(z)/sqrt(2))/2
out['normalUpper']=[[z,s(nc(z))] for z in [-5,-0.3,0,0.1,0.67,0.68,1,1.96,3.3,5.6,5.7,8,10,20,30,37.5]]
out['normalQuantile']=[]
for p in [1e-300,1e-100,1e-20,1e-10,1e-5,0.001,0.025,0.07,0.08,0.3,0.49999,0.6,0.975,0.999]:
    P=F(p); z=findroot(lambda z: (log(erfc(-z/sqrt(2))/2)-log(P)), -sqrt(-2*log(P)) if p<0.4 else mpf(0.1)+ (mpf(p)-mpf(.5))*3)
    out['normalQuantile'].append([p,s(z)])
def tu(t,v):
    t=F(t);v=F(v); return ib(v/2,mpf(1)/2,v/(v+t*t),t*t/(v+t*t))/2
T=[(0.1,1),(1,1),(6.3138,1),(1e6,1),(2,2.5),(3.5,10),(8,10),(20,10),(40,30),(1.96,3000),(2.2,99.5),(12,2000),(37,5)]
out['studentTUpper']=[[t,v,s(tu(t,v))] for t,v in T]
out['studentTQuantile']=[]
for p,v in [(0.975,1),(0.975,2),(0.975,9),(0.975,30.7),(0.995,800),(0.9999,3),(1-1e-10,5),(0.6,4),(1e-12,7),(1e-12,0.7),(0.50001,8)]:
    P=F(p)
    q=min(P,1-P)
    lo,hi=mpf(-40),mpf(60)
    f=lambda L: log(ib(mpf(v)/2,mpf(1)/2,mpf(v)/(mpf(v)+exp(2*L)),exp(2*L)/(mpf(v)+exp(2*L)))/2)-log(q)
    for _ in range(170):
        m=(lo+hi)/2
        if f(m)>0: lo=m
        else: hi=m
    out['studentTQuantile'].append([p,v,s((1 if P>0.5 else -1)*exp(lo))])
out['chiSquaredUpper']=[[x,k,s(gammainc(F(k)/2,F(x)/2,inf,regularized=True))] for x,k in [(3.84,1),(180,1),(10.32674195,1),(2352.872538,2),(0.001,3),(200,10),(95,100),(1e-8,1)]]
out['fisherFUpper']=[[f,a,b,s(ib(F(b)/2,F(a)/2,F(b)/(F(b)+F(a)*F(f)),F(a)*F(f)/(F(b)+F(a)*F(f))))] for f,a,b in [(1,1,1),(3.5,2,10),(100,3,50),(0.2,5,7),(12.3,1,1000),(900,7,20)]]
out['betaQuantile']=[]
for p,a,b in [(0.025,1,10),(0.975,4,8),(0.025,81,183),(0.5,0.5,0.5),(1e-10,3,4),(0.975,1,1000),(0.95,0.1,3),(0.025,0.05,2)]:
    lo,hi=mpf(-3000),-mpf(10)**-30; P=F(p)
    f=lambda L: ib(F(a),F(b),exp(L),1-exp(L))-P
    for _ in range(190):
        m=(lo+hi)/2
        if f(m)<0: lo=m
        else: hi=m
    out['betaQuantile'].append([p,a,b,s(exp(lo))])
out['hypergeometric2F1']=[[a,b,c,z,s(hyp2f1(F(a),F(b),F(c),F(z)))] for a,b,c,z in [(1,2,3,0.5),(1,4.8,5.5,0.909),(1,3.8,4.47,0.99),(0.24,2.4,3.2,0.3),(5.24,7.42,7.21,0.501),(50.2,52.4,52.2,0.5),(30.2,33,32.2,0.95),(2.5,1.5,6,0.999),(0.243,2.426,2.219,0.05),(12.2,14.4,14.2,0.001),(1,2.4,3.2,0.9999)]]
json.dump(out,open('tests/reference/stats/special.json','w'),indent='\t')
