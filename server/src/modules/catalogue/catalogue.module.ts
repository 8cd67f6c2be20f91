import { Module } from '@nestjs/common';
import { StandardsModule } from '../standards/standards.module';
import { CatalogueController } from './catalogue.controller';
import { CatalogueService } from './catalogue.service';

@Module({ imports: [StandardsModule], controllers: [CatalogueController], providers: [CatalogueService] })
export class CatalogueModule {}
