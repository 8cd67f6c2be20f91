import { ReasonDto } from '@jinmen/shared/dto/staff.dto';
import {
  ChangeWindowsDto,
  PutHotDayDto,
  PutOpeningDayDto,
  PutSettingsDto,
  PutSiteDto,
  PutTemplateDto,
  StaffServiceQueryDto,
  StaffWindowsQueryDto,
  WindowsWishDto,
} from '@jinmen/shared/dto/staff-windows.dto';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentStaff, type Staff } from '../../platform/auth/current';
import { Access } from '../../platform/http/access';
import { problemSchema } from '../../platform/http/json-schema';
import type { WindowsEffect } from '../bookings/windows-desk.port';
import { openingsSchema, staffWindowsSchema, windowsEffectSchema } from './windows.schema';
import { type OpeningsView, type StaffWindowView, WindowOperations } from './windows.service';

@ApiTags('staff')
@ApiBadRequestResponse({ schema: problemSchema })
@ApiNotFoundResponse({ schema: problemSchema })
@Controller('api/v1/staff')
export class WindowsController {
  constructor(private readonly windows: WindowOperations) {}

  @Get('windows')
  @Access('staff', ['operator', 'auditor'])
  @ApiOperation({ summary: 'The windows of a day, with what is taken' })
  @ApiOkResponse({ schema: staffWindowsSchema })
  async day(@Query() query: StaffWindowsQueryDto): Promise<{ items: readonly StaffWindowView[] }> {
    return { items: await this.windows.day(query) };
  }

  @Post('windows/preview')
  @HttpCode(200)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Which windows and how many bookings a change would touch; nothing is changed' })
  @ApiOkResponse({ schema: windowsEffectSchema })
  preview(@Body() wish: WindowsWishDto): Promise<WindowsEffect> {
    return this.windows.preview(wish);
  }

  @Post('windows/changes')
  @HttpCode(200)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Opens, closes, reopens or changes windows; bookings of what closes are told' })
  @ApiOkResponse({ schema: windowsEffectSchema })
  change(@CurrentStaff() staff: Staff, @Body() wish: ChangeWindowsDto): Promise<WindowsEffect> {
    return this.windows.change(staff, wish);
  }

  @Get('openings')
  @Access('staff', ['operator', 'auditor'])
  @ApiOperation({ summary: 'Templates, exceptions, hot days and site data of a service' })
  @ApiOkResponse({ schema: openingsSchema })
  openings(@Query() { service }: StaffServiceQueryDto): Promise<OpeningsView> {
    return this.windows.openings(service);
  }

  @Put('openings/:service/templates/:code')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'A template, new or over the one of that code; days not made yet follow it' })
  @ApiNoContentResponse()
  template(
    @CurrentStaff() staff: Staff,
    @Param('service') service: string,
    @Param('code') code: string,
    @Body() wish: PutTemplateDto,
  ): Promise<void> {
    return this.windows.putTemplate(staff, service, code, wish);
  }

  @Put('openings/:service/settings')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'When windows are released and until when they can be booked' })
  @ApiNoContentResponse()
  settings(
    @CurrentStaff() staff: Staff,
    @Param('service') service: string,
    @Body() wish: PutSettingsDto,
  ): Promise<void> {
    return this.windows.putSettings(staff, service, wish);
  }

  @Put('openings/:service/days/:day')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'Opens or closes a day against the calendar, for one site or all' })
  @ApiNoContentResponse()
  exception(
    @CurrentStaff() staff: Staff,
    @Param('service') service: string,
    @Param('day') day: string,
    @Body() wish: PutOpeningDayDto,
  ): Promise<void> {
    return this.windows.putDay(staff, service, day, wish);
  }

  @Put('openings/:service/hot-days/:day')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'A day many want: its name, how much more there is, and what else is offered' })
  @ApiNoContentResponse()
  hotDay(
    @CurrentStaff() staff: Staff,
    @Param('service') service: string,
    @Param('day') day: string,
    @Body() wish: PutHotDayDto,
  ): Promise<void> {
    return this.windows.putHotDay(staff, service, day, wish);
  }

  @Post('openings/:service/hot-days/:day/removal')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'It is a day like any other again' })
  @ApiNoContentResponse()
  removeHotDay(
    @CurrentStaff() staff: Staff,
    @Param('service') service: string,
    @Param('day') day: string,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    return this.windows.removeHotDay(staff, service, day, reason);
  }

  @Put('openings/:service/sites/:site')
  @HttpCode(204)
  @Access('staff', ['operator'])
  @ApiOperation({ summary: 'What residents read of a site, with where it is known from' })
  @ApiNoContentResponse()
  site(
    @CurrentStaff() staff: Staff,
    @Param('service') service: string,
    @Param('site') site: string,
    @Body() wish: PutSiteDto,
  ): Promise<void> {
    return this.windows.putSite(staff, service, site, wish);
  }
}
