import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { aria } from '../../ui/aria';
import { drawingOf } from './site-shapes';
import './site-drawing.scss';

/** A drawing of a themed site, never a photograph that is not of it. It says nothing the name does not. */
export function SiteDrawing({ site, large = false }: { site: string; large?: boolean }) {
  const backgroundImage = useMemo(() => `url("${drawingOf(site)}")`, [site]);
  return (
    <View
      className={large ? 'site-drawing site-drawing-large' : 'site-drawing'}
      style={{ backgroundImage }}
      {...aria({ hidden: true })}
    />
  );
}
