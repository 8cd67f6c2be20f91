import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../platform/http/access';
import { standardRowsSchema } from './operations.schema';
import { StandardRows, type StandardView } from './standards.service';

@ApiTags('staff')
@Controller('api/v1/staff/standards')
export class StaffStandardsController {
  constructor(private readonly rows: StandardRows) {}

  @Get()
  @Access('staff')
  @ApiOperation({ summary: 'Every figure with its days and source, past and coming ones too' })
  @ApiOkResponse({ schema: standardRowsSchema })
  async list(): Promise<{ items: StandardView[] }> {
    return { items: await this.rows.list() };
  }
}
