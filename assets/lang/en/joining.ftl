### Groups: how people come in, and the parts of a group's page.

joining-tabs = Parts of this group
joining-tab-posts = Posts
