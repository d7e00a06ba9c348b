export { CaseTasks } from './case-tasks.service.js';
export {
  type StepTask,
  type Task,
  TASK_ORIGINS,
  TASK_STATES,
  TASK_TITLE_LENGTH,
  type TaskOrigin,
  type TaskPlan,
  type TaskState,
} from './task.js';
export { TasksService } from './tasks.service.js';
