import { start } from '../public/start';
import '../verify/verify.css';
import { FiguresPage } from './figures-page';

start(<FiguresPage />);
