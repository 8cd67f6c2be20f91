import { themes } from '../../theme/tokens';

const { primary, soft, bg } = themes.marriage;

/** Lines of the drawing, and what is filled, on a ground of 320 × 160 with the river at 132. */
interface Shape {
  readonly lines: string;
  readonly filled?: string;
}

const arcade = [40, 84, 128, 172].map((x) => `M${x} 132V92a18 18 0 0 1 36 0V132`).join('');
const sawtooth = [52, 104, 156].map((x) => `M${x} 132V86L${x + 52} 60V132`).join('');
const blossoms = [
  [206, 70],
  [226, 52],
  [250, 60],
  [262, 82],
  [236, 82],
]
  .map(([x = 0, y = 0]) => `M${x - 7} ${y}a7 7 0 1 0 14 0a7 7 0 1 0 -14 0`)
  .join('');
const windows = (x: number, from: number) =>
  [0, 1, 2].map((row) => `M${x} ${from + row * 18}h10M${x + 20} ${from + row * 18}h10`).join('');

/** No photograph of the sites is ours to show, so each is drawn from what its name says. */
const shapes: Readonly<Record<string, Shape>> = {
  'yifeng-street': {
    lines: `${arcade}M34 72H214M34 132V72M214 132V72M226 132V56H270V132M240 132V108a8 8 0 0 1 16 0V132M238 74h20`,
    filled: 'M222 56L248 24L274 56Z',
  },
  'creative-park-1946': {
    lines: `${sawtooth}M40 132H262M232 132V34H250V132M64 112h26M116 112h26M168 112h26`,
    filled: 'M229 34h24v-8h-24Z',
  },
  'tiankai-park': {
    lines: `M54 132V62H104V132M118 132V38H168V132M182 132V80H232V132${windows(64, 78)}${windows(128, 56)}${windows(192, 96)}M258 132V104`,
    filled: 'M240 104a18 18 0 1 1 36 0Z',
  },
  'shuwai-taoyuan': {
    lines: 'M50 132V88L96 54L142 88V132M84 132V104H108V132M234 132V92M234 106L212 84M234 98L256 76',
    filled: blossoms,
  },
  'yueqiao-warehouse': {
    lines: 'M40 132C90 70 230 70 280 132M74 132C112 92 208 92 246 132M136 144H184M148 152H172',
    filled: 'M184 42a26 26 0 1 0 52 0a26 26 0 1 0 -52 0',
  },
  'jinmen-lake': {
    lines:
      'M40 144q14 -8 28 0t28 0t28 0t28 0t28 0t28 0t28 0M64 156q14 -8 28 0t28 0t28 0t28 0t28 0M196 132V92M252 132V92',
    filled: 'M178 92Q224 86 224 56Q224 86 270 92Z',
  },
};

/** What stands where nobody drew anything yet: the bridge of the app. */
const bridge: Shape = { lines: 'M40 132a60 60 0 0 1 120 0M160 132a60 60 0 0 1 120 0M100 132V72M220 132V72' };

/** The picture as an address: WeChat shows no SVG of a page, but one in a picture's own address everywhere. */
export function drawingOf(site: string): string {
  const { lines, filled } = shapes[site] ?? bridge;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 160">`,
    `<path fill="${soft}" d="M0 0h320v160H0z"/><path fill="${bg}" d="M0 132h320v28H0z"/>`,
    ...(filled === undefined ? [] : [`<path fill="${primary}" fill-opacity=".28" d="${filled}"/>`]),
    `<path fill="none" stroke="${primary}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" d="M0 132H320${lines}${filled ?? ''}"/>`,
    '</svg>',
  ].join('');
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
