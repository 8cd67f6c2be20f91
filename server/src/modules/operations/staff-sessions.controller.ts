import { StaffCodeDto, StaffSignInDto } from '@jinmen/shared/dto/staff.dto';
import { Body, Controller, Delete, Get, Headers, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBadRequestResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SignInLimit } from '../../platform/address-limit/sign-in-limit.guard';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access, bearerToken } from '../../platform/http/access';
import { NEVER_SHED } from '../../platform/http/admission/admission';
import { problemSchema } from '../../platform/http/json-schema';
import { currentStaffSchema, signedInSchema } from './operations.schema';
import { StaffSignIn } from './staff-sign-in.service';
import { type StaffView, staffView } from './staff-view';

@ApiTags('staff')
@Controller('api/v1/staff/sessions')
export class StaffSessionsController {
  constructor(private readonly signIn: StaffSignIn) {}

  @Post()
  @UseGuards(SignInLimit)
  @HttpCode(200)
  @Access('public')
  @RouteConfig(NEVER_SHED)
  @ApiOperation({ summary: 'Sign in at /staff with a work number and a one-time code' })
  @ApiOkResponse({ schema: signedInSchema })
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiUnauthorizedResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  @ApiServiceUnavailableResponse({ schema: problemSchema })
  async open(
    @Req() { ip }: FastifyRequest,
    @Body() { staffNumber, code }: StaffSignInDto,
  ): Promise<{ token: string; staff: StaffView }> {
    const { token, staff } = await this.signIn.signIn(staffNumber, code, ip);
    return { token, staff: staffView(staff) };
  }

  @Get('current')
  @Access('staff')
  @RouteConfig(NEVER_SHED)
  @ApiOperation({ summary: 'Who is signed in, and what for' })
  @ApiOkResponse({ schema: currentStaffSchema })
  current(@CurrentStaff() staff: Staff): { staff: StaffView } {
    return { staff: staffView(staff) };
  }

  @Post('current/code')
  @HttpCode(204)
  @Access('staff')
  @UseGuards(SignInLimit)
  @RouteConfig(NEVER_SHED)
  @ApiOperation({ summary: 'A fresh one-time code, after many numbers were looked at' })
  @ApiNoContentResponse()
  @ApiBadRequestResponse({ schema: problemSchema })
  @ApiForbiddenResponse({ schema: problemSchema })
  @ApiTooManyRequestsResponse({ schema: problemSchema })
  @ApiServiceUnavailableResponse({ schema: problemSchema })
  showAgain(@CurrentStaff() staff: Staff, @Body() { code }: StaffCodeDto): Promise<void> {
    return this.signIn.showAgain(staff, code);
  }

  @Delete('current')
  @HttpCode(204)
  @Access('staff')
  @RouteConfig(NEVER_SHED)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  close(@CurrentStaff() staff: Staff, @Headers('authorization') authorization: string): Promise<void> {
    return this.signIn.signOut(staff, bearerToken(authorization) ?? '');
  }
}
