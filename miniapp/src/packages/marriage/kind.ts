import type { ServiceKindView } from '@jinmen/shared/bookings/views';
import { marriageRegistration } from '@jinmen/shared/services/marriage-registration/service';
import type { ThemeName } from '../../theme/tokens';

/** A kind of this service; none of one that a newer server knows. */
export function kindOf(code: string): ServiceKindView | undefined {
  return marriageRegistration.kinds.find((kind) => kind.code === code);
}

/** A sad or bare matter is drawn without any cheer, and so is one this phone does not know. */
export function themeOf(code: string): ThemeName {
  return kindOf(code)?.plain === false ? 'marriage' : 'base';
}
