import { Equals, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsString, MaxLength, Min } from 'class-validator';
import type { SeaWay } from '../services/sea-scattering/views';
import { SEA_WAYS } from '../services/sea-scattering/views';
import { MayBeAbsent } from './may-be-absent';

const UNREADABLE = { message: '这一项没有看懂，请再填一次。' };
const LONG = { message: '写得长了些，请短一点。' };
const WAY = { message: '请从给出的几样里选一个。' };
const AGREE = { message: '请先看清楚再点。' };

/** `POST /farewells`: nothing is required to begin. */
export class BeginFarewellDto {
  @MayBeAbsent()
  @IsIn(SEA_WAYS, WAY)
  way?: SeaWay;
}

/**
 * `PATCH /farewells/:id`: any of the sections, each whole. They are read by `readSection`, which the phone has as well, so
 * that a wrong field says the same in both places.
 */
export class ChangeFarewellDto {
  /** What the phone last saw; a stale one is answered with what stands on the server. */
  @IsInt({ message: '请从上一页重新进来。' })
  @Min(1, { message: '请从上一页重新进来。' })
  version!: number;

  @MayBeAbsent()
  @IsString(WAY)
  @MaxLength(20, WAY)
  way?: string;

  @MayBeAbsent()
  @IsObject(UNREADABLE)
  deceased?: object;

  @MayBeAbsent()
  @IsObject(UNREADABLE)
  ashes?: object;

  @MayBeAbsent()
  @IsObject(UNREADABLE)
  kinship?: object;

  @MayBeAbsent()
  @IsObject(UNREADABLE)
  wishes?: object;

  @MayBeAbsent()
  @IsObject(UNREADABLE)
  company?: object;

  @MayBeAbsent()
  @IsArray(UNREADABLE)
  papers?: object[];

  @MayBeAbsent()
  @IsObject(UNREADABLE)
  contact?: object;
}

/** `POST /farewells/:id/sign-up` */
export class SignUpFarewellDto {
  /** Another of the same name died the same day: this is not them. Counts when an ID number was given. */
  @MayBeAbsent()
  @IsBoolean(UNREADABLE)
  notTheSame?: boolean;
}

/** `POST /farewells/:id/withdrawal` */
export class WithdrawFarewellDto {
  /** After having been asked: the place on the voyage is given back as well. */
  @MayBeAbsent()
  @IsBoolean(UNREADABLE)
  givePlaceBack?: boolean;
}

/** How somebody is related to the one who died, in a word or two of their own. */
export class RelativeDto {
  @IsString(UNREADABLE)
  @MaxLength(20, LONG)
  relation!: string;

  @MayBeAbsent()
  @IsString(UNREADABLE)
  @MaxLength(300, LONG)
  words?: string;
}

/** `POST /farewell-asks` */
export class AskFamilyDto extends RelativeDto {
  @IsString(UNREADABLE)
  @MaxLength(400, UNREADABLE)
  ask!: string;
}

/** `POST /farewell-invitations/:token/acceptance` */
export class JoinFarewellDto extends RelativeDto {
  @Equals(true, AGREE)
  join!: true;
}

/** `POST /farewells/:id/kin/:kin/answer` */
export class AnswerRelativeDto {
  @IsBoolean(UNREADABLE)
  takeIn!: boolean;
}

/** `PUT /farewells/:id/view-of-mine`: what one of the family thinks of the plan. */
export class SpeakOnFarewellDto {
  @IsIn(['agrees', 'differs'], WAY)
  state!: 'agrees' | 'differs';

  @MayBeAbsent()
  @IsString(UNREADABLE)
  @MaxLength(300, LONG)
  words?: string;
}
