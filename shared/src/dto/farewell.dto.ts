import {
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  Min,
} from 'class-validator';
import type { SeaWay } from '../services/sea-scattering/views';
import { SEA_WAYS } from '../services/sea-scattering/views';

const UNREADABLE = { message: '这一项没有看懂，请再填一次。' };
const LONG = { message: '写得长了些，请短一点。' };
const WAY = { message: '请从给出的几样里选一个。' };
const AGREE = { message: '请先看清楚再点。' };

/** `POST /farewells`: nothing is required to begin. */
export class BeginFarewellDto {
  @IsOptional()
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

  @IsOptional()
  @IsString(WAY)
  @MaxLength(20, WAY)
  way?: string;

  @IsOptional()
  @IsObject(UNREADABLE)
  deceased?: object;

  @IsOptional()
  @IsObject(UNREADABLE)
  ashes?: object;

  @IsOptional()
  @IsObject(UNREADABLE)
  kinship?: object;

  @IsOptional()
  @IsObject(UNREADABLE)
  wishes?: object;

  @IsOptional()
  @IsObject(UNREADABLE)
  company?: object;

  @IsOptional()
  @IsArray(UNREADABLE)
  papers?: object[];

  @IsOptional()
  @IsObject(UNREADABLE)
  contact?: object;
}

/** `POST /farewells/:id/sign-up` */
export class SignUpFarewellDto {
  /** Another of the same name died the same day: this is not them. Counts when an ID number was given. */
  @IsOptional()
  @IsBoolean(UNREADABLE)
  notTheSame?: boolean;
}

/** `POST /farewells/:id/withdrawal` */
export class WithdrawFarewellDto {
  /** After having been asked: the place on the voyage is given back as well. */
  @IsOptional()
  @IsBoolean(UNREADABLE)
  givePlaceBack?: boolean;
}

/** How somebody is related to the one who died, in a word or two of their own. */
export class RelativeDto {
  @IsString(UNREADABLE)
  @MaxLength(20, LONG)
  relation!: string;

  @IsOptional()
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

  @IsOptional()
  @IsString(UNREADABLE)
  @MaxLength(300, LONG)
  words?: string;
}
