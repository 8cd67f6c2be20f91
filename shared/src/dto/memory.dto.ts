import { IsIn, IsString, MaxLength } from 'class-validator';
import { MayBeAbsent } from './may-be-absent';

/** As `MOST_MEMORY_SIGNS` of the service; a service is known in its own places alone. */
const MOST_SIGNS = 2000;

/** `PUT /farewells/:id/memory`: only what is given changes; empty words wipe them. */
export class ChangeMemoryDto {
  @MayBeAbsent()
  @IsString({ message: '请写几句话，或者空着。' })
  @MaxLength(MOST_SIGNS, { message: `写得长了些，最多 ${MOST_SIGNS} 个字。` })
  words?: string;

  @MayBeAbsent()
  @IsIn(['yes', 'no'], { message: '请选要，或者不用。' })
  yearly?: 'yes' | 'no';
}
