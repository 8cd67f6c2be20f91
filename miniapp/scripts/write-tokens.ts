import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { tokensCss } from '../src/theme/tokens-css';

writeFileSync(path.resolve(__dirname, '../src/theme/tokens.scss'), tokensCss());
