"""Small controls with one look, one public class per module. They know no project and no tool."""
