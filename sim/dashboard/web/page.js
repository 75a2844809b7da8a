// Every module of the page. Named in the head of the page, it lets them arrive while the session starts.
import './bar.vue';
import './debate.vue';
import './foot.vue';
import './panel.vue';
import './lever_panel.vue';
import './stage.vue';
import './understand.vue';
