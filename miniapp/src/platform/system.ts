import Taro from '@tarojs/taro';

const LARGEST_SCALE = 1.4;
const USUAL_SIZE = 16;

/**
 * How much larger than usual the resident set text in WeChat, 1 … 1.4 (关怀模式 is 1.4). Older base libraries give only
 * the size in px, of which 16 is the usual one.
 */
export function textScale(): number {
  try {
    // Taro's types do not know these two yet.
    const info: object = Taro.getAppBaseInfo();
    const factor = numberIn(info, 'fontSizeScaleFactor');
    const scale = factor ?? (numberIn(info, 'fontSizeSetting') ?? USUAL_SIZE) / USUAL_SIZE;
    return Number.isFinite(scale) ? Math.min(LARGEST_SCALE, Math.max(1, scale)) : 1;
  } catch {
    return 1;
  }
}

function numberIn(info: object, name: string): number | undefined {
  const value: unknown = Reflect.get(info, name);
  return typeof value === 'number' ? value : undefined;
}
