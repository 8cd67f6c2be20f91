import type { SimulatedPerson } from './people';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** The page a person sees at the simulators' address: who there is, and in what situation. */
export function indexPage(people: readonly SimulatedPerson[]): string {
  const rows = people.map(
    ({ name, scenario }) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(scenario)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>模拟的各部门系统</title>
<style>
body { margin: 2rem auto; max-width: 50rem; padding: 0 1rem; font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; color: #222; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .6rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid #ddd; }
tbody th { white-space: nowrap; font-weight: 600; }
</style>
</head>
<body>
<h1>模拟的各部门系统</h1>
<p>这里代替各部门的真实系统，供开发和试用。下面的人都是编出来的，名字就是处境。程序读取的名单在 <a href="/__sim/people">/__sim/people</a>。收下、要材料、批准这些事，到<a href="/desk">经办台</a>去做。</p>
<table>
<thead><tr><th scope="col">名字</th><th scope="col">处境</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}
