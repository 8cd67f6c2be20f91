import { IsOptional, IsString, MaxLength } from 'class-validator';

/** `PUT /staff/replacing/:service/:kind/pins/:subject`: a time, `null` = not now; without it, as the plan says. */
export class PinDto {
  @IsOptional()
  @IsString({ message: '请选一个时间。' })
  @MaxLength(36, { message: '请选一个时间。' })
  slot?: string | null;
}
