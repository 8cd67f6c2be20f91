import { CreateSessionDto, RefreshSessionDto } from '@jinmen/shared/dto/create-session.dto';
import type { SessionView } from '@jinmen/shared/residents/views';
import { Body, Controller, Delete, HttpCode, Post, UseGuards } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { SignInLimit } from '../../platform/address-limit/sign-in-limit.guard';
import { CurrentResident, type Resident } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import { refreshSchema, sessionSchema, signInSchema } from './sessions.schema';
import { SessionsService } from './sessions.service';
import { WechatSignIn } from './wechat-sign-in';

@ApiTags('sessions')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly wechat: WechatSignIn,
  ) {}

  @Post('wechat')
  @UseGuards(SignInLimit)
  @HttpCode(200)
  @Access('public')
  @ApiOperation({ summary: 'Sign in with a WeChat login code; a code is good once' })
  @ApiBody({ schema: signInSchema })
  @ApiOkResponse({ schema: sessionSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiUnauthorizedResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  @ApiServiceUnavailableResponse({ schema: problemSchema })
  signIn(@Body() { code, borrowed }: CreateSessionDto): Promise<SessionView> {
    return this.wechat.signIn(code, borrowed === true);
  }

  @Post('refresh')
  @HttpCode(200)
  @Access('public')
  @ApiOperation({ summary: 'New tokens for a refresh token; a second use of it ends the session' })
  @ApiBody({ schema: refreshSchema })
  @ApiOkResponse({ schema: sessionSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiUnauthorizedResponse({ schema: problemSchema })
  refresh(@Body() { refreshToken }: RefreshSessionDto): Promise<SessionView> {
    return this.sessions.refresh(refreshToken);
  }

  @Delete('current')
  @HttpCode(204)
  @Access('resident')
  @ApiOperation({ summary: 'Sign out: no token of this session works from now on' })
  @ApiNoContentResponse()
  signOut(@CurrentResident() resident: Resident): Promise<void> {
    return this.sessions.signOut(resident);
  }
}
