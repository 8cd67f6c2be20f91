/** The look of the desk: the colours of 河青 (ux §4), flat, no shadows. */
export const STYLE = `
:root{--bg:#F3F5F1;--ink:#1B2A2A;--ink2:#475655;--ink3:#5F6D6B;--primary:#0B5D57;--press:#08463F;--soft:#DCEBE7;--line:#CBD3CE;--control:#7F8D8A;--warn:#7D5200;--warn-soft:#F7EBCF;--danger:#A8201A;--danger-soft:#F8E3E0;--ok:#1B6838;--ok-soft:#DFEFE3}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
.wrap{max-width:1200px;margin:0 auto;padding:0 20px}
.top{background:#fff;border-bottom:1px solid var(--line)}
.top>div{display:flex;align-items:center;gap:16px;padding-top:14px;flex-wrap:wrap}
.brand{display:inline-flex;align-items:center;gap:10px;color:var(--primary);font-size:20px;font-weight:600;text-decoration:none}
.brand svg{width:52px;height:20px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round}
.tag{color:var(--ink3);font-size:14px}
nav{display:flex;gap:4px;overflow-x:auto;margin-top:8px}
nav a{padding:10px 14px;color:var(--ink2);text-decoration:none;white-space:nowrap;border-bottom:3px solid transparent}
nav a:hover{color:var(--primary)}
nav a[aria-current]{color:var(--primary);font-weight:600;border-color:var(--primary)}
main.wrap{padding-top:24px;padding-bottom:64px}
h1{font-size:26px;line-height:34px;margin:0 0 4px;font-weight:600}
h2{font-size:18px;line-height:26px;margin:0 0 12px;font-weight:600}
h3{font-size:16px;margin:16px 0 6px;font-weight:600}
p{margin:0 0 8px}
a{color:var(--primary)}
.sub{color:var(--ink2);margin:0 0 16px}
.quiet{color:var(--ink3);font-size:14px}
.card{background:#fff;border:1px solid var(--line);border-radius:12px;padding:20px;margin:0 0 16px}
.two{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,400px);gap:16px;align-items:start}
.rows{list-style:none;margin:0;padding:0}
.rows>li{border-top:1px solid var(--line);padding:12px 0}
.rows>li:first-child{border-top:0;padding-top:0}
.rows>li:last-child{padding-bottom:0}
.rows+details{margin-top:12px}
.line+button{margin-top:8px}
.history+form{margin-top:16px}
.cases a{display:grid;grid-template-columns:minmax(0,1.2fr) minmax(0,2fr) minmax(0,1.2fr) 124px 220px;gap:16px;align-items:center;color:inherit;text-decoration:none;padding:2px 0;min-height:44px}
.cases a:hover .who{color:var(--primary)}
.who{font-weight:600;overflow-wrap:anywhere}
.pills{display:flex;gap:6px;flex-wrap:wrap;justify-content:flex-end}
.pill{display:inline-block;border-radius:6px;padding:1px 8px;font-size:14px;background:#E8ECE8;color:#52605E}
.pill.new{background:var(--soft);color:var(--press)}
.pill.going{background:var(--soft);color:var(--press)}
.pill.waiting,.pill.sending{background:var(--warn-soft);color:var(--warn)}
.pill.late,.pill.returned{background:var(--danger-soft);color:var(--danger)}
.pill.delivered{background:var(--ok-soft);color:var(--ok)}
.chips{display:flex;gap:8px;flex-wrap:wrap;margin:0 0 16px}
.chips a{border:1px solid var(--control);border-radius:10px;padding:6px 12px;text-decoration:none;color:var(--ink);background:#fff}
.chips a[aria-current]{background:var(--soft);border-color:var(--primary);color:var(--press);font-weight:600}
dl{display:grid;grid-template-columns:minmax(88px,max-content) minmax(0,1fr);gap:6px 16px;margin:0}
dl.facts{grid-template-columns:minmax(0,1fr) max-content}
dl.facts dd{text-align:right}
dt{color:var(--ink2)}
dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:8px 12px 8px 0;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
thead th{border-top:0;color:var(--ink2);font-weight:400;font-size:14px}
td.num{font-variant-numeric:tabular-nums}
form{margin:0}
label{display:block}
.tick{display:flex;gap:10px;align-items:center;min-height:36px}
.tick input{width:18px;height:18px;accent-color:var(--primary);flex:none}
.field{margin:10px 0}
.hint{color:var(--ink3);font-size:14px;margin:4px 0 10px}
.field>span{display:block;color:var(--ink2);font-size:14px}
.line{display:flex;gap:8px;flex-wrap:wrap;align-items:flex-end}
.line .field{flex:1 1 110px;margin:4px 0}
input[type=text],input[type=date],input[type=month],select,textarea{font:inherit;width:100%;min-height:44px;padding:8px 12px;border:1px solid var(--control);border-radius:10px;background:#fff;color:var(--ink)}
textarea{min-height:72px;resize:vertical}
button,.button{font:inherit;display:inline-block;min-height:44px;padding:8px 18px;border-radius:10px;border:1px solid var(--primary);background:var(--primary);color:#fff;cursor:pointer;text-decoration:none;font-weight:500}
button:hover,.button:hover{background:var(--press)}
button.plain,.button.plain{background:#fff;color:var(--primary)}
button.plain:hover,.button.plain:hover{background:var(--soft)}
button.small{min-height:36px;padding:4px 12px;font-size:15px}
:focus-visible{outline:3px solid var(--primary);outline-offset:2px}
details{border-top:1px solid var(--line);padding:4px 0}
details:last-child{padding-bottom:0;margin-bottom:-8px}
details[open]>form{padding-bottom:16px}
.card>form{margin-bottom:12px}
.card>:last-child{margin-bottom:0}
.card>details:last-child{margin-bottom:-8px}
.narrow{max-width:640px}
summary{cursor:pointer;min-height:44px;padding:8px 0;font-weight:500;color:var(--primary)}
.said{background:var(--warn-soft);color:var(--warn);border-radius:10px;padding:10px 14px;margin:0 0 16px}
.history{list-style:none;margin:0;padding:0}
.history li{display:grid;grid-template-columns:104px minmax(0,1fr);gap:4px 12px;padding:8px 0;border-top:1px solid var(--line)}
.history li:first-child{border-top:0;padding-top:0}
.history time{color:var(--ink3);font-size:14px;font-variant-numeric:tabular-nums;padding-top:1px}
.history .pill{margin-top:2px}
.bar{display:flex;justify-content:space-between;gap:8px 12px;align-items:center;flex-wrap:wrap}
.bar p,.bar h2{margin:0}
.card>.bar{margin-bottom:12px}
li>.bar{min-height:36px}
#mode{margin-bottom:16px}
.empty{color:var(--ink2);padding:24px 0;text-align:center}
.code{font-size:20px;letter-spacing:2px;font-variant-numeric:tabular-nums}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:0 16px;align-items:end}
@media (max-width:900px){.two{grid-template-columns:minmax(0,1fr)}}
@media (max-width:700px){
.wrap,main.wrap{padding-left:16px;padding-right:16px}
.card{padding:16px}
.cases a{grid-template-columns:minmax(0,1fr) auto;gap:2px 12px}
.cases .what,.cases .where{grid-column:1/-1;color:var(--ink2)}
.cases .when{grid-column:1/-1;font-size:14px;color:var(--ink3)}
.cases .pills{grid-row:1;grid-column:2}
table.stack thead{display:none}
table.stack tr{display:block;border-top:1px solid var(--line);padding:8px 0}
table.stack tbody tr:first-child{border-top:0}
table.stack td,table.stack th{display:block;border:0;padding:1px 0}
}
`;
