import { Module } from '@nestjs/common';
import { ResponsesModule } from '#responses';
import { TemplateVersionsApi } from '../../api/templates/template-versions.api.controller.js';
import { TemplateWordingsApi } from '../../api/templates/template-wordings.api.controller.js';
import { TemplateLibraryPages } from './template-library.pages.controller.js';
import { TemplateVersionsPages } from './template-versions.pages.controller.js';

/** The library of templates, and versions of an organisation's own words. */
@Module({
  imports: [ResponsesModule],
  controllers: [
    TemplateLibraryPages,
    TemplateVersionsPages,
    TemplateVersionsApi,
    TemplateWordingsApi,
  ],
})
export class TemplatesWebModule {}
