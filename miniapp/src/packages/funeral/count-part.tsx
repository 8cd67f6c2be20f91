import { View } from '@tarojs/components';
import { sectionWords } from '../../copy/funeral-farewell';
import { aria } from '../../ui/aria';
import { Button } from '../../ui/button';
import { Part } from './parts';

const { company: words } = sectionWords;

interface CountPartProps {
  readonly path: string;
  readonly label: string;
  readonly help?: string;
  readonly count: number;
  readonly least: number;
  readonly most: number;
  readonly onCount: (count: number) => void;
}

/** How many: one more, one fewer, and the number between them in words. */
export function CountPart({ path, label, help, count, least, most, onCount }: CountPartProps) {
  const id = path.replace('.', '-');
  return (
    <Part path={path} label={label} help={help}>
      <View className="count-row">
        <Button
          id={`${id}-fewer`}
          kind="second"
          text={words.fewer}
          label={`${label}，${words.fewer}`}
          onPress={() => count > least && onCount(count - 1)}
        />
        <View
          className="count-now"
          {...aria({ role: 'status', live: 'polite', label: `${label} ${words.count(count)}` })}
        >
          {words.count(count)}
        </View>
        <Button
          id={`${id}-more`}
          kind="second"
          text={words.oneMore}
          label={`${label}，${words.oneMore}`}
          onPress={() => count < most && onCount(count + 1)}
        />
      </View>
    </Part>
  );
}
