import { View } from '@tarojs/components';
import { aria } from './aria';

const HANGERS = [-0.72, -0.43, -0.14, 0.14, 0.43, 0.72];

/** How high the arch stands over the deck at `x` (-1 … 1), in percent: half an ellipse. */
const heightAt = (x: number): string => `${Math.round(Math.sqrt(1 - x * x) * 100)}%`;

/**
 * The one drawing of the app: twin steel arches over the 海河. Drawn with borders, because an inline SVG is not
 * shown everywhere in WeChat. For a page of mourning the bridge lies down and becomes the horizon at sea.
 */
export function ArchLine({ shape = 'arches' }: { shape?: 'arches' | 'horizon' }) {
  if (shape === 'horizon') {
    return (
      <View className="horizon" {...aria({ hidden: true })}>
        <View className="horizon-line" />
        <View className="horizon-wave" />
        <View className="horizon-wave horizon-wave-far" />
      </View>
    );
  }
  return (
    <View className="arch-line" {...aria({ hidden: true })}>
      <Arch />
      <Arch />
    </View>
  );
}

function Arch() {
  return (
    <View className="arch">
      {HANGERS.map((x) => (
        <View key={x} className="arch-hanger" style={{ height: heightAt(x), left: `${50 + x * 50}%` }} />
      ))}
    </View>
  );
}
