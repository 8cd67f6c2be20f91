import { Equals, Matches } from 'class-validator';
import { MayBeAbsent } from './may-be-absent';

/** `POST /sessions/wechat`: what `wx.login` gave. */
export class CreateSessionDto {
  @Matches(/^[^\s\p{C}]{1,128}$/u, { message: '登录没有成功，请再登录一次。' })
  code!: string;

  /** 借手机办事: the phone and its WeChat are somebody else's. The session is of nobody's account and short. */
  @MayBeAbsent()
  @Equals(true, { message: '登录没有成功，请再登录一次。' })
  borrowed?: true;
}

/** `POST /sessions/refresh` */
export class RefreshSessionDto {
  @Matches(/^[\w-]{20,100}$/, { message: '登录没有成功，请再登录一次。' })
  refreshToken!: string;
}
