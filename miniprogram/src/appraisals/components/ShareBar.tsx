import { Text, View } from '@tarojs/components';
import { RATINGS } from '../../../../shared/voting/definition';
import { Icon } from '../../ui/Icon';
import './ShareBar.scss';
import '../../ui/lock.scss';

/** Percent of the narrowest phone's width in which a number fits: in letters as they are, and in large ones. */
const FITS = 9;
const FITS_LARGE = 15;

/** The shares of the four answers as widths; numbers always stand beside it, so readers are spared. */
export function ShareBar({ given, thin }: { given: readonly number[]; thin?: boolean }) {
  const all = given.reduce((sum, count) => sum + count, 0);
  return (
    <View className={`share ${thin ? 'thin' : ''}`} aria-hidden="true">
      {RATINGS.map((answer, at) => {
        const count = given[at] ?? 0;
        const percent = Math.round((100 * count) / all);
        return count ? (
          <View key={answer} className={`share-part share-${at + 1}`} style={{ flexGrow: count }}>
            {!thin && percent >= FITS && (
              <Text className={percent < FITS_LARGE ? 'share-narrow' : ''}>{`${percent}%`}</Text>
            )}
          </View>
        ) : null;
      })}
    </View>
  );
}

export function Legend() {
  return (
    <View className="share-legend" aria-hidden="true">
      {RATINGS.map((answer, at) => (
        <View key={answer}>
          <View className={`share-mark share-${at + 1}`} />
          {answer}
        </View>
      ))}
    </View>
  );
}

/** What is not published, and why. */
export function HiddenCell() {
  return (
    <View className="hidden-cell">
      <Icon name="lock" />
      <Text>人太少，不单独公布</Text>
    </View>
  );
}
