import { mergeInternalComponents } from '@tarojs/shared';
import { ariaAttributes } from './aria-names.js';

mergeInternalComponents(ariaAttributes());
