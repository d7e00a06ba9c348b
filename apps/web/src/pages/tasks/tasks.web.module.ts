import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { TasksApi } from '../../api/tasks/tasks.api.controller.js';
import { TasksPages } from './tasks.pages.controller.js';

/** Tasks: pages and API. */
@Module({ imports: [CasesModule], controllers: [TasksPages, TasksApi] })
export class TasksWebModule {}
