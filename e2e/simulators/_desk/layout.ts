import type { Answer } from '../_kit/http-answer';
import { type Html, html } from './html';

const PLACES = [
  ['social-assistance', '社会救助'],
  ['urgent', '急难求助'],
  ['disability-benefits', '残疾人补贴'],
  ['child-welfare', '儿童福利'],
  ['eldercare', '养老服务'],
  ['means-verification', '经济核对'],
  ['marriage-registry', '婚姻登记'],
  ['funeral-affairs', '殡仪服务'],
  ['vessel', '登船'],
  ['death-registry', '死亡登记'],
  ['wechat', '微信消息'],
  ['sms', '短信电话'],
  ['staff', '人员'],
] as const;

export type DeskPlace = (typeof PLACES)[number][0];

/** A page of the desk. What carries `data-live` and an id is renewed by itself, unless somebody is typing in it. */
export function deskPage(place: DeskPlace, title: string, body: Html, status = 200): Answer {
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 经办台</title>
<link rel="stylesheet" href="/desk/desk.css">
<link rel="icon" href="data:,">
<script src="/desk/live.js" defer></script>
</head>
<body>
<header class="top">
<div class="wrap">
<a class="brand" href="/desk"><svg viewBox="0 0 64 24" aria-hidden="true"><path d="M2 22Q32-16 62 22M12 22v-9M22 22V6M32 22V3M42 22V6M52 22v-9"/></svg>经办台</a>
<span class="tag">模拟 · 这里替各部门办事，人都是编的</span>
</div>
<nav class="wrap" aria-label="部门">
${PLACES.map(
  ([code, name]) => html`<a href="/desk/${code}"${code === place && html` aria-current="page"`}>${name}</a>`,
)}
</nav>
</header>
<main class="wrap">
${body}
</main>
</body>
</html>
`;
  return { html: page.text, status };
}
