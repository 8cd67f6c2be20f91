import type { MiniElement, MiniProgram } from '../mini-program';

/** What Taro sends to be drawn: `cn` holds what is inside, `uid` or `sid` becomes the id. */
interface Drawn {
  readonly cn?: readonly Drawn[];
  readonly uid?: string;
  readonly sid?: string;
  readonly nn: string;
}

/** In scope of the function below, which runs inside the app. */
declare const getCurrentPages: () => { data: { root?: Drawn } }[];

/**
 * The innermost element of the page on screen, found by its id. Below its `baseLevel` Taro puts elements into a
 * component, where `page.$` does not look: then it is null. Undefined when the page has drawn nothing. A page may open
 * or be drawn anew in between: null is only what is not found twice.
 */
export async function deepestFound(mp: MiniProgram): Promise<MiniElement | null | undefined> {
  let missed: string | undefined;
  for (;;) {
    const page = await mp.currentPage();
    const id = await deepestDrawn(mp);
    const found = id === undefined ? undefined : await page?.$(`#${id}`);
    if (found !== null || id === missed) return found;
    missed = id;
  }
}

function deepestDrawn(mp: MiniProgram): Promise<string | undefined> {
  return mp.evaluate(() => {
    const open = getCurrentPages();
    const root = open[open.length - 1]?.data.root;
    let deepest: { id: string | undefined; depth: number } = { id: undefined, depth: 0 };
    const look = (node: Drawn, depth: number): void => {
      // a text by itself has no id of its own
      if (node.cn && node.cn.length > 0 && depth > deepest.depth) deepest = { id: node.uid ?? node.sid, depth };
      for (const inner of node.cn ?? []) look(inner, depth + 1);
    };
    if (root) look(root, 0);
    return deepest.id;
  });
}
