#!/usr/bin/env python3
"""playbook-faults.py FILE...: faults of second-edition playbooks; hours by level."""
import sys,re
FIELDS="id effort per part split each after wait timing before start fixed if unless from to reaches optional".split()
def rng(s):
    m=re.fullmatch(r"(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?h",s)
    if not m: return None
    a=float(m[1]); b=float(m[2] or a); return a,b
bad=0
def err(f,l,m):
    global bad; bad+=1; print(f"{f}:{l}: {m}")
for f in sys.argv[1:]:
    t=open(f).read(); L=t.split("\n")
    if L[0]!="---": err(f,1,"no front matter"); continue
    e=L.index("---",1); fm="\n".join(L[1:e])
    def lst(k):
        m=re.search(rf"^{k}: *\[([^\]]*)\]",fm,re.M); return [x.strip().strip('"') for x in m[1].replace("\n"," ").split(",")] if m else []
    for k in("playbook","match","success","lasts","sources"):
        if not re.search(rf"^{k}:",fm,re.M): err(f,1,f"no {k}:")
    levels=lst("levels"); facts=bool(re.search(r"^facts:",fm,re.M)); whole=bool(re.search(r"^effort:",fm,re.M))
    am=re.search(r"^amount: *([\d.]+) ",fm,re.M); amount=float(am[1]) if am else None
    sec=None; start={}; steps=[]; cur=None; asks=[]; stalls=0
    for i,l in enumerate(L[e+1:],e+2):
        if l.startswith("## "): sec=l[3:].strip(); cur=None; continue
        if sec=="Start" and l.startswith("- "):
            m=re.match(r"- ([\w.+-]+): (.+)",l)
            if not m: err(f,i,"Start line is `- name: phrases`"); continue
            start[m[1]]=m[2]
        elif sec=="Ask" and l.startswith("- "):
            m=re.match(r"- ([\w.+-]+): .+\?",l)
            if not m: err(f,i,"Ask line is `- key: question?`")
            else: asks.append((i,m[1]))
        elif sec=="Stalls" and l.startswith("- "):
            stalls+=1
            if not re.match(r"- (\d+%|week \d+): .+",l): err(f,i,"Stalls line needs `30%:` or `week 3:`")
        elif sec=="Milestones" and l.startswith("- [ ] "):
            fs=dict(re.findall(r"(?<=\s)([a-z]+):(\S+)",l)); title=re.split(r"\s(?:%s):"%"|".join(FIELDS),l[6:])[0]
            for k in fs:
                if k not in FIELDS: err(f,i,f"unknown field {k}:")
            cur=dict(line=i,title=title,f=fs,rem=[]); steps.append(cur)
            if "id" not in fs: err(f,i,"no id")
            if "effort" not in fs: err(f,i,"no effort")
            else:
                r=rng(fs["effort"])
                if r and r[1]>r[0]*1.5+.01: err(f,i,"effort range wider than 20 % each side")
                if not r and not re.fullmatch(r"\d+(\.\d+)?%",fs["effort"]): err(f,i,"effort cannot be read")
                if fs["effort"].endswith("%") and not(facts or whole): err(f,i,"share without facts or whole effort")
            if fs.get("split")=="yes" and not(("{from}" in title and "{to}" in title) or "{subject" in title): err(f,i,"split needs {from} and {to}")
            for s in re.findall(r"\{([^}|]*)\}",title):
                if s not in("amount","from","to") and not re.fullmatch(r"\d+%",s): err(f,i,f"slot {{{s}}} in a title needs a fallback")
            if ("per" in fs) and not amount: err(f,i,"per: without amount:")
            if len(title)>95: err(f,i,"title longer than 95 characters")
        elif sec=="Milestones" and cur and re.match(r"\s+> ",l):
            m=re.match(r"\s+> (Why|Forgotten|Stall|Cost|Assumes|Ask|Also): (.+)",l)
            if not m: err(f,i,"remark kind unknown")
            else: cur["rem"].append(m[1])
            if m and m[1]!="Also" and len(m[2])>170: err(f,i,"remark longer than 170 characters")
        elif sec=="Milestones" and cur and re.match(r"\s+- \[ \] ",l): cur["rem"].append("task")
        elif l.strip() and sec in("Milestones","Start"): err(f,i,"line not understood: "+l[:50])
    ids=[s["f"].get("id") for s in steps]
    for s in steps:
        F=s["f"]
        for a in filter(None,F.get("after","").split(",")):
            if a not in ids: err(f,s["line"],f"after:{a} unknown")
        for k in("if","unless"):
            for v in F.get(k,"").split(","):
                if v and v not in start and not facts: err(f,s["line"],f"{k}:{v} is not in Start")
        for k in("from","to","reaches"):
            if k in F and F[k] not in levels: err(f,s["line"],f"{k}:{F[k]} is no level")
        if not("Why" in s["rem"] or "Forgotten" in s["rem"]): err(f,s["line"],"no Why or Forgotten")
        if ids.count(F.get("id"))>1 and not any(k in F for k in("if","unless","from","to")): err(f,s["line"],"id twice without conditions")
    for lv in levels[1:]:
        if lv not in start: err(f,1,f"level {lv} has no line in Start")
    for i,k in asks:
        if k not in start and k not in("level","day","amount","cost","place","name","hours","subject"): err(f,i,f"Ask key {k} unknown")
    print(f"{f}: {len(steps)} steps")
    for n,lv in enumerate(levels or ["-"]):
        h=sh=c=0
        for s in steps:
            F=s["f"]
            if levels:
                if "from" in F and n<levels.index(F["from"]): continue
                if "to" in F and n>levels.index(F["to"]): continue
                if "reaches" in F and n>=levels.index(F["reaches"]): continue
            if "if" in F: continue
            c+=1; r=rng(F.get("effort","0h"))
            if r:
                x=(r[0]+r[1])/2
                if "per" in F and amount: x*=amount*(float(F["part"].strip("%"))/100 if "part" in F else 1)/float(re.sub(r"[^\d.]","",F["per"]))
                h+=x
                if x>40 and F.get("split")!="yes": err(f,s["line"],f"{x:g} h in one step")
            else: sh+=float(F["effort"].strip("%"))
        print(f"  from {lv}: {c} steps, {h:g} h"+(f" + {sh:g} % of the whole" if sh else ""))
sys.exit(bad>0)
