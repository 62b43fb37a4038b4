import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { openBrowser, openWindow, setting } from "./lib.mjs";
const base="http://127.0.0.1:18123";
test("shots", {timeout: 300000}, async (t)=>{
  const p=spawn(process.env.PROGRAM,["demo"],{env:{...process.env,FOLKMOOT_LISTEN:"127.0.0.1:18123"},stdio:["ignore","pipe","inherit"]});
  t.after(()=>p.kill());
  const links={};
  for await (const line of createInterface({input:p.stdout})) { const m=line.match(/sign in as (\w+)\s+(\S+)/); if(m) links[m[1]]=m[2]; if(line.includes("letters")) break; }
  const browser=await openBrowser(t);
  const st={};
  for (const r of ["citizen","officer","admin"]) { const w=await openWindow(browser,{storageState:undefined}); await w.goto(links[r]); const b=w.getByRole("button",{name:/sign in/i}).first(); if(await b.count()) await b.click(); await w.waitForLoadState(); st[r]=await w.context().storageState(); }
  const w=await openWindow(browser);
  await w.goto(`${base}/ideas?q=riverfront+investment`);
  const answered=await w.locator(".fm-card__title a").first().getAttribute("href");
  await w.goto(`${base}/ideas?status=awaiting_reply`);
  const owed=await w.locator(".fm-card__title a").first().getAttribute("href");
  const num=(a)=>a.split("/")[2];
  const pages=[["answered",answered],["owed",owed],["answers","/answers"],["departments","/departments"],["promises","/promises"],["campaign","/campaigns/bowling-green-2050"],["desk","/desk",st.officer],["pack",`/desk/ideas/${num(owed)}`,st.officer],["packdone",`/desk/ideas/${num(answered)}`,st.officer],["admin","/admin",st.admin],["admindep","/admin/departments",st.admin],["adminprom","/admin/promises",st.admin],["admincal","/admin/calendar",st.admin],["adminroutes","/admin/routes",st.admin],["adminmail","/admin/mail",st.admin],["account","/me/account",st.citizen]];
  for (const [size,viewport] of Object.entries({phone:{width:390,height:844},desk:{width:1280,height:860}})) for (const [n,a,s] of pages) {
    const x=await openWindow(browser,{viewport,storageState:s});
    const r=await x.goto(base+a); if(r.status()>=400) console.log(n,r.status());
    await x.waitForTimeout(200);
    await x.screenshot({path:`/tmp/shots/${n}-${size}.png`,fullPage:true}); await x.context().close();
  }
});
